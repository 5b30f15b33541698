package dev.aludel.migrations.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.migrations.file.RegularFile.IrregularFileException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
final class RegularFileTest {
  @TempDir private Path folder;

  private static String refusal(Path file) {
    IrregularFileException e =
        catchThrowableOfType(IrregularFileException.class, () -> RegularFile.bytes(file));
    assertThat(e.getFile()).isEqualTo(file.toString());
    assertThat(RegularFile.otherThan(file))
        .hasValueSatisfying(what -> assertThat(e.getReason()).endsWith(what));
    return e.getReason();
  }

  @Test
  void text_isThatOfAFile_andOfALinkToOne() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "nai\u0308ve");
    Path link = Files.createSymbolicLink(folder.resolve("b"), file);

    assertThat(RegularFile.text(file)).isEqualTo("nai\u0308ve");
    assertThat(RegularFile.text(link)).isEqualTo("nai\u0308ve");
    assertThat(RegularFile.otherThan(link)).isEmpty();
  }

  @Test
  void read_isRefused_whenItIsAPipe() throws IOException {
    assertThat(refusal(SpecialFiles.pipe(folder.resolve("a")))).isEqualTo("it is a pipe");
  }

  @Test
  void read_isRefused_whenItIsALinkToAPipe() throws IOException {
    Path pipe = SpecialFiles.pipe(folder.resolve("a"));

    assertThat(refusal(Files.createSymbolicLink(folder.resolve("b"), pipe)))
        .isEqualTo("it is a pipe");
  }

  @Test
  void read_isRefused_whenItIsADevice() throws IOException {
    assertThat(refusal(SpecialFiles.device(folder.resolve("a")))).isEqualTo("it is a device");
  }

  @Test
  void read_isRefused_whenItIsASocket() throws IOException {
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      Path path = folder.resolve("a");
      socket.bind(UnixDomainSocketAddress.of(path));
      assertThat(refusal(path)).isEqualTo("it is a socket");
    }
  }

  @Test
  void read_isRefused_whenItIsAFolder() {
    assertThat(refusal(folder)).isEqualTo("it is a folder");
  }

  @Test
  void read_fails_whenNothingIsThere() {
    assertThatThrownBy(() -> RegularFile.bytes(folder.resolve("a")))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(RegularFile.otherThan(folder.resolve("a"))).isEmpty();
  }

  @Test
  void text_fails_whenItIsNotUtf8() throws IOException {
    Path file = Files.write(folder.resolve("a"), new byte[] {'a', (byte) 0xff});

    assertThatThrownBy(() -> RegularFile.text(file)).isInstanceOf(CharacterCodingException.class);
  }

  @Test
  void read_isRefused_whenTheFileIsLargerThanAnyArray() throws IOException {
    Path file = folder.resolve("a");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(3_000_000_000L);
    }

    FileSystemException e =
        catchThrowableOfType(FileSystemException.class, () -> RegularFile.bytes(file));
    assertThat(e.getReason())
        .isEqualTo("it has 3,000,000,000 bytes, and the memory does not hold them");
  }
}
