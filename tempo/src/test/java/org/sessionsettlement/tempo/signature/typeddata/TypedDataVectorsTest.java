package org.sessionsettlement.tempo.signature.typeddata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.rpc.JsonValue;

/** The documents that viem hashed: {@code src/test/node/typed-data-vectors.mjs}. */
class TypedDataVectorsTest {
  record Vector(
      String name, String document, Hash32 domainSeparator, Hash32 structHash, Hash32 hash) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Vector> vectors() {
    return JsonValue.parse(resource("/typed-data-vectors.json")).items().stream()
        .map(TypedDataVectorsTest::vector)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void hashesAsViemDoes(Vector vector) {
    TypedData data = TypedData.parse(vector.document());
    assertThat(data.domainSeparator()).isEqualTo(vector.domainSeparator());
    assertThat(data.structHash()).isEqualTo(vector.structHash());
    assertThat(data.hash()).isEqualTo(vector.hash());
  }

  @Test
  void thereAreManyOfThem() {
    assertThat(vectors()).hasSizeGreaterThan(30);
  }

  private static Vector vector(JsonValue json) {
    return new Vector(
        json.get("name").text(),
        json.get("document").text(),
        json.get("domainSeparator").hash(),
        json.get("structHash").hash(),
        json.get("hash").hash());
  }

  private static String resource(String name) {
    try (InputStream in = TypedDataVectorsTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
