package org.sessionsettlement.controlplane.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads where one key is. There are three forms, of which one may be given: {@code *_KEY_FILE},
 * {@code *_KEYSTORE_FILE} with {@code *_KEYSTORE_PASSWORD_FILE}, {@code *_SIGNER_URL} with {@code
 * *_ADDRESS}.
 *
 * @param whose how the names begin: {@code ORACLE}, {@code NEXT_ORACLE}, {@code KEEPER}
 */
record KeySettings(ServiceSettings settings, String whose) {
  /** The source; empty where no form is given. */
  Optional<KeySource> source() {
    var given = Stream.of(plain(), keystore(), signer()).flatMap(Optional::stream).toList();
    requireOne(given);
    return given.stream().findFirst();
  }

  KeySource required() {
    return source().orElseThrow(() -> ServiceSettings.wrong(keystoreFile(), missing()));
  }

  private String missing() {
    return "is missing: the key is in a keystore, in a remote signer ("
        + ServiceSettings.PREFIX
        + signerUrl()
        + ") or, for a local chain, in a file ("
        + ServiceSettings.PREFIX
        + keyFile()
        + ")";
  }

  private void requireOne(List<KeySource> given) {
    if (given.size() > 1) {
      String other = given.getFirst().setting();
      throw new WrongSetting(
          given.getLast().setting(), "says a second time where a key is, beside " + other);
    }
  }

  private Optional<KeySource> plain() {
    return settings
        .text(keyFile())
        .map(file -> new KeySource.Plain(full(keyFile()), settings.key(keyFile(), file)));
  }

  private Optional<KeySource> keystore() {
    var keystore = settings.text(keystoreFile());
    var password = settings.text(passwordFile());
    requireBoth(keystoreFile(), keystore, passwordFile(), password);
    return keystore.map(
        file ->
            new KeySource.KeystoreFile(
                full(keystoreFile()),
                settings.readable(keystoreFile(), file),
                full(passwordFile()),
                settings.readable(passwordFile(), password.orElseThrow())));
  }

  private Optional<KeySource> signer() {
    var url = settings.text(signerUrl());
    var address = settings.text(address());
    requireBoth(signerUrl(), url, address(), address);
    return url.map(
        there ->
            new KeySource.RemoteSigner(
                full(signerUrl()),
                settings.httpUrl(signerUrl(), there),
                full(address()),
                settings.address(address(), address.orElseThrow())));
  }

  private void requireBoth(
      String name, Optional<String> value, String partner, Optional<String> partnersValue) {
    if (value.isPresent() && partnersValue.isEmpty()) {
      throw ServiceSettings.wrong(partner, "is missing");
    }
    if (value.isEmpty() && partnersValue.isPresent()) {
      throw ServiceSettings.wrong(partner, "is of no use without " + full(name));
    }
  }

  private static String full(String name) {
    return ServiceSettings.PREFIX + name;
  }

  private String keyFile() {
    return whose + "_KEY_FILE";
  }

  private String keystoreFile() {
    return whose + "_KEYSTORE_FILE";
  }

  private String passwordFile() {
    return whose + "_KEYSTORE_PASSWORD_FILE";
  }

  private String signerUrl() {
    return whose + "_SIGNER_URL";
  }

  private String address() {
    return whose + "_ADDRESS";
  }
}
