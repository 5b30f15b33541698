package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.InvalidCursorException.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The order of one paged list and the identity of its query, from which cursors are made and by
 * which they are checked. Every adapter pages a list with the same keyset, so that a cursor of one
 * is good for all. Immutable.
 *
 * <p>Sort keys are never null, all go in one direction, and the last one is the id, so that no two
 * entities share a place. Text keys sort by code point.
 */
public final class Keyset<E> {

  private static final int DIGEST_BYTES = 8;

  /**
   * The place of an entity: its sort keys in the order of the keyset, numbers as {@link Long} or
   * {@link Double}, texts as {@link String}. Positions of one keyset compare key by key, text by
   * code point.
   */
  public record Position(List<Object> keys) implements Comparable<Position> {

    /** Copies the keys. */
    public Position {
      keys = List.copyOf(keys);
    }

    /** The key at an index, from 0, that the keyset declares as a number. */
    public long number(int index) {
      return (Long) keys.get(index);
    }

    /** The key at an index, from 0, that the keyset declares as text. */
    public String text(int index) {
      return (String) keys.get(index);
    }

    @Override
    public int compareTo(Position other) {
      for (int index = 0; index < keys.size(); index++) {
        int order = compare(keys.get(index), other.keys.get(index));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    }

    // The order of UTF-8's bytes is that of code points; the one of UTF-16's units is not.
    private static int compare(Object one, Object other) {
      if (one instanceof String text) {
        return Arrays.compareUnsigned(bytes(text), bytes((String) other));
      }
      return one instanceof Long number
          ? number.compareTo((Long) other)
          : ((Double) one).compareTo((Double) other);
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  private enum KeyType {
    NUMBER {
      @Override
      byte[] write(Object key) {
        return ByteBuffer.allocate(Long.BYTES).putLong((Long) key).array();
      }

      @Override
      Object read(ByteBuffer bytes) {
        return bytes.getLong();
      }
    },
    REAL {
      @Override
      byte[] write(Object key) {
        return ByteBuffer.allocate(Double.BYTES).putDouble((Double) key).array();
      }

      @Override
      Object read(ByteBuffer bytes) {
        return bytes.getDouble();
      }
    },
    TEXT {
      @Override
      byte[] write(Object key) {
        return sized((String) key);
      }

      @Override
      Object read(ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
          throw new BufferUnderflowException();
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
      }
    };

    abstract byte[] write(Object key);

    abstract Object read(ByteBuffer bytes);
  }

  private record Key<E>(KeyType type, Function<? super E, ?> value) {}

  private final String query;
  private final List<String> arguments;
  private final List<Key<E>> keys;

  private Keyset(String query, List<String> arguments, List<Key<E>> keys) {
    this.query = query;
    this.arguments = arguments;
    this.keys = keys;
  }

  /**
   * A keyset without keys, to which the sort keys are then added.
   *
   * @param query the query's name; it is part of every cursor, so it never changes once released
   */
  public static <E> Keyset<E> of(String query) {
    return new Keyset<>(requireNonNull(query, "query"), List.of(), List.of());
  }

  /** This keyset with one more sort key, a number. */
  public Keyset<E> thenNumber(ToLongFunction<? super E> key) {
    requireNonNull(key, "key");
    return then(new Key<>(KeyType.NUMBER, key::applyAsLong));
  }

  /** This keyset with one more sort key, a finite number with a fraction; never -0.0. */
  public Keyset<E> thenReal(ToDoubleFunction<? super E> key) {
    requireNonNull(key, "key");
    return then(new Key<>(KeyType.REAL, key::applyAsDouble));
  }

  /** This keyset with one more sort key, a text. */
  public Keyset<E> thenText(Function<? super E, String> key) {
    return then(new Key<>(KeyType.TEXT, requireNonNull(key, "key")));
  }

  /** This keyset for one value of what the query asks for: cursors of another value are refused. */
  public Keyset<E> where(String argument) {
    return new Keyset<>(query, append(arguments, requireNonNull(argument, "argument")), keys);
  }

  /** The cursor of the page that begins behind the entity. */
  public Cursor after(E entity) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(digest());
    keys.forEach(key -> parts.add(key.type().write(key.value().apply(entity))));
    return Cursor.of(joined(parts));
  }

  /** The place of the entity in the list. */
  public Position positionOf(E entity) {
    return new Position(keys.stream().<Object>map(key -> key.value().apply(entity)).toList());
  }

  /**
   * Where the requested page begins; absent for the first page.
   *
   * @throws InvalidCursorException when the request's cursor was made by another query
   */
  public Optional<Position> position(PageRequest request) {
    return request.cursor().map(this::position);
  }

  /**
   * The page out of the entities that were found for it.
   *
   * @param found what follows the position, in the keyset's order; one more than the limit when
   *     there is more, which is how the end is known without a second query
   */
  public Page<E> page(List<E> found, PageRequest request) {
    if (found.size() <= request.limit()) {
      return new Page<>(found, null);
    }
    List<E> items = found.subList(0, request.limit());
    return new Page<>(items, after(items.get(items.size() - 1)));
  }

  private Position position(Cursor cursor) {
    ByteBuffer bytes = ByteBuffer.wrap(cursor.payload());
    byte[] madeBy = new byte[Math.min(DIGEST_BYTES, bytes.remaining())];
    bytes.get(madeBy);
    if (!MessageDigest.isEqual(madeBy, digest())) {
      throw new InvalidCursorException(Problem.OTHER_QUERY);
    }
    try {
      List<Object> values = keys.stream().map(key -> key.type().read(bytes)).toList();
      if (bytes.hasRemaining()) {
        throw new InvalidCursorException(Problem.DAMAGED);
      }
      return new Position(values);
    } catch (BufferUnderflowException tooShort) {
      throw new InvalidCursorException(Problem.DAMAGED, tooShort);
    }
  }

  private Keyset<E> then(Key<E> key) {
    return new Keyset<>(query, arguments, append(keys, key));
  }

  private byte[] digest() {
    List<byte[]> identity = new ArrayList<>();
    identity.add(sized(query));
    arguments.forEach(argument -> identity.add(sized(argument)));
    keys.forEach(key -> identity.add(sized(key.type().name())));
    return Arrays.copyOf(sha256(joined(identity)), DIGEST_BYTES);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256; this one has not", missing);
    }
  }

  private static byte[] sized(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + bytes.length)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    parts.forEach(whole::writeBytes);
    return whole.toByteArray();
  }

  private static <T> List<T> append(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }
}
