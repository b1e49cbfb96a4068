package org.sessionsettlement.controlplane.app;

import java.net.URI;
import java.nio.file.Path;
import org.sessionsettlement.tempo.Address;

/** Where a key is, as the settings say it. Its text form shows no key and no password. */
public sealed interface KeySource {
  /** The setting that a complaint about the key names. */
  String setting();

  /**
   * The key itself (0x hex) out of a file: for local chains alone, whose keys are worth nothing.
   */
  record Plain(String setting, Secret key) implements KeySource {}

  /** A file in the format of Web3 Secret Storage, version 3, and another with its password. */
  record KeystoreFile(String setting, Path file, String passwordSetting, Path passwordFile)
      implements KeySource {}

  /**
   * A Web3Signer that keeps the key.
   *
   * @param address of the key that is to sign
   */
  record RemoteSigner(String setting, URI url, String addressSetting, Address address)
      implements KeySource {
    /** Without the path and query of the URL, which may hold what lets one in. */
    @Override
    public String toString() {
      return "RemoteSigner[" + address + " at " + url.getHost() + "]";
    }
  }
}
