package dev.aludel.persistence.testkit;

import dev.aludel.persistence.Repositories;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * A call that finds records by a text.
 *
 * @param name of the call
 * @param field the component that is looked for
 * @param unique another component that two records cannot share; the field itself when there is
 *     none
 * @param found whether a record's text is found by the text that is asked for
 * @param find the records that the call finds
 */
record TextQuery<E extends Record>(
    String name,
    Component<E> field,
    Component<E> unique,
    BiPredicate<String, String> found,
    BiFunction<Repositories, String, List<E>> find) {

  Stored<E> kind() {
    return field.kind();
  }

  /** One record for each text, apart in all that must not be the same. */
  List<E> ofEachText(List<String> texts) {
    List<E> records = new ArrayList<>();
    for (String text : texts) {
      E record = unique.withText("unique " + records.size());
      record = field.with(record, field.of(field.withText(text)));
      records.add(withOwnId(record, records.size()));
    }
    return records;
  }

  private E withOwnId(E record, int number) {
    Component<E> id = kind().components().get(0);
    if (id.place().equals(field.place())) {
      return record;
    }
    return id.with(
        record,
        id.isText()
            ? PortMethod.textId(id.type(), "text " + number)
            : PortMethod.id(id.type(), 500L + number));
  }
}
