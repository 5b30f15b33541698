package dev.aludel.migrations.script;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Scripts in a folder of the class path. */
final class ClasspathScripts {
  private ClasspathScripts() {}

  static List<RevisionScript> in(String folder, ClassLoader loader) {
    List<RevisionScript> scripts = new ArrayList<>();
    try {
      List<URL> places = Collections.list(loader.getResources(folder));
      if (places.isEmpty()) {
        throw new ScriptLocationException(
            "Cannot read revisions from the class path: it has no folder %s.".formatted(folder));
      }
      for (URL place : places) {
        scripts.addAll(at(place, folder));
      }
    } catch (IOException | URISyntaxException e) {
      throw new ScriptLocationException(
          "Cannot read revisions from the class path, folder %s: %s.".formatted(folder, e), e);
    }
    return List.copyOf(scripts);
  }

  private static List<RevisionScript> at(URL place, String folder)
      throws IOException, URISyntaxException {
    if (place.openConnection() instanceof JarURLConnection connection) {
      connection.setUseCaches(false);
      try (JarFile jar = connection.getJarFile()) {
        return inJar(jar, folder + "/");
      }
    }
    Path directory = Path.of(new URI(place.toString()));
    return DiskScripts.in(
        directory, file -> inDirectory(file, name(folder + "/" + directory.relativize(file))));
  }

  private static RevisionScript inDirectory(Path file, String name) {
    return RevisionScript.read(name, DiskScripts.text(file, name));
  }

  private static boolean isScript(String path) {
    List<String> parts = List.of(path.split("/", -1));
    return parts.stream().noneMatch(ScriptText::isHidden)
        && ScriptText.isName(parts.get(parts.size() - 1));
  }

  private static String name(String path) {
    return "classpath:" + path.replace(File.separatorChar, '/');
  }

  private static List<RevisionScript> inJar(JarFile jar, String prefix) throws IOException {
    List<JarEntry> entries =
        jar.stream()
            .filter(entry -> !entry.isDirectory())
            .filter(entry -> entry.getName().startsWith(prefix))
            .filter(entry -> isScript(entry.getName().substring(prefix.length())))
            .sorted(Comparator.comparing(JarEntry::getName))
            .toList();
    List<RevisionScript> scripts = new ArrayList<>();
    for (JarEntry entry : entries) {
      try (InputStream bytes = jar.getInputStream(entry)) {
        String name = name(entry.getName());
        scripts.add(RevisionScript.read(name, ScriptText.decode(name, bytes.readAllBytes())));
      }
    }
    return scripts;
  }
}
