package org.sessionsettlement.localnet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;

/**
 * A child's output in a file that cannot grow for ever: past {@link #MAX_CHARS} it is put aside as
 * {@code <name>.1} (one generation is kept) and begun anew.
 */
final class BoundedLog implements AutoCloseable {
  static final long MAX_CHARS = 16L * 1024 * 1024;
  private static final int KEPT_LINES = 40;

  private final Path file;
  private final long maxChars;
  private final ArrayDeque<String> lastLines = new ArrayDeque<>();
  private Writer writer;
  private long written;

  private BoundedLog(Path file, long maxChars) throws IOException {
    this.file = file;
    this.maxChars = maxChars;
    this.writer = writerTo(file);
    this.written = Files.size(file);
  }

  static BoundedLog open(Path file) throws IOException {
    return open(file, MAX_CHARS);
  }

  static BoundedLog open(Path file, long maxChars) throws IOException {
    return new BoundedLog(file, maxChars);
  }

  private static Writer writerTo(Path file) throws IOException {
    return Files.newBufferedWriter(
        file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Copies a child's output until it ends, on a thread of its own. */
  void pump(InputStream output, String name) {
    Thread.ofPlatform().daemon().name("log-of-" + name).start(() -> copy(output));
  }

  private void copy(InputStream output) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        append(line);
      }
    } catch (IOException e) {
      // The child is gone, or the disk is full: neither may end the supervisor, and there is
      // nowhere left to tell.
      remember("(no more output: " + e.getMessage() + ")");
    }
  }

  synchronized void append(String line) throws IOException {
    remember(line);
    if (written + line.length() > maxChars) {
      rotate();
    }
    writer.write(line);
    writer.write('\n');
    writer.flush();
    written += line.length() + 1L;
  }

  synchronized List<String> lastLines(int count) {
    return lastLines.stream().skip(Math.max(0, lastLines.size() - count)).toList();
  }

  private synchronized void remember(String line) {
    lastLines.addLast(line);
    if (lastLines.size() > KEPT_LINES) {
      lastLines.removeFirst();
    }
  }

  private void rotate() throws IOException {
    writer.close();
    Files.move(
        file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    writer = writerTo(file);
    written = 0;
  }

  @Override
  public synchronized void close() {
    try {
      writer.close();
    } catch (IOException e) {
      remember("(log not closed: " + e.getMessage() + ")");
    }
  }
}
