package org.sessionsettlement.controlplane.app;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import okhttp3.OkHttpClient;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.keystore.Keystore;
import org.sessionsettlement.tempo.keystore.KeystoreFiles;
import org.sessionsettlement.tempo.keystore.MalformedKeystoreException;
import org.sessionsettlement.tempo.keystore.WrongPasswordException;
import org.sessionsettlement.tempo.rpc.PollClock;
import org.sessionsettlement.tempo.web3signer.RemoteSignerException;
import org.sessionsettlement.tempo.web3signer.Web3Signer;
import org.sessionsettlement.tempo.web3signer.Web3SignerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes accounts of key sources. No complaint repeats anything of a key or a password. */
final class KeyOpening {
  private static final Logger LOG = LoggerFactory.getLogger(KeyOpening.class);

  /** In all less than the oracle keeps a submission to itself, 5 s. */
  private static final Web3SignerSettings SIGNER =
      new Web3SignerSettings(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          2,
          Duration.ofMillis(200),
          Web3SignerSettings.DEFAULT.maxAnswerBytes());

  private KeyOpening() {}

  /**
   * Opens it: a keystore takes a second or so.
   *
   * @throws WrongSetting when the password is another one, the file no keystore, or the signer has
   *     no such key; a signer that does not answer is asked again when it is to sign
   */
  static Account open(KeySource source) {
    return switch (source) {
      case KeySource.Plain plain -> plain(plain);
      case KeySource.KeystoreFile keystore -> keystore(keystore);
      case KeySource.RemoteSigner remote -> remote(remote);
    };
  }

  private static Account plain(KeySource.Plain source) {
    try {
      return Secp256k1Account.fromPrivateKey(source.key().value());
    } catch (IllegalArgumentException e) {
      throw new WrongSetting(source.setting(), "names a file that holds no secp256k1 key");
    }
  }

  private static Account keystore(KeySource.KeystoreFile source) {
    char[] password = password(source);
    try {
      return new Secp256k1Account(Keystore.decrypt(KeystoreFiles.read(source.file()), password));
    } catch (IOException e) {
      throw new WrongSetting(source.setting(), "names a file that cannot be read");
    } catch (WrongPasswordException e) {
      throw new WrongSetting(
          source.passwordSetting(), "names a file with another password than the keystore's");
    } catch (MalformedKeystoreException e) {
      throw new WrongSetting(
          source.setting(), "names a file that is no keystore: " + e.getMessage());
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static char[] password(KeySource.KeystoreFile source) {
    try {
      char[] password = KeystoreFiles.readPassword(source.passwordFile());
      if (password.length == 0) {
        throw new WrongSetting(source.passwordSetting(), "names a file whose first line is empty");
      }
      return password;
    } catch (IOException e) {
      throw new WrongSetting(source.passwordSetting(), "names a file that cannot be read");
    }
  }

  private static Account remote(KeySource.RemoteSigner source) {
    var signer =
        new Web3Signer(new OkHttpClient(), source.url().toString(), SIGNER, PollClock.SYSTEM);
    var account = new RemoteAccount(signer, source.address());
    try {
      account.find();
    } catch (RemoteSignerException.Unavailable e) {
      LOG.warn("{}: the remote signer does not answer yet", source.setting());
    } catch (RemoteSignerException.UnknownKey e) {
      throw new WrongSetting(
          source.addressSetting(),
          "is " + source.address() + ", whose key the signer does not have");
    } catch (RemoteSignerException.Refused e) {
      throw new WrongSetting(
          source.setting(), "leads to a signer that refuses us with status " + e.status());
    } catch (RemoteSignerException.MalformedAnswer e) {
      throw new WrongSetting(source.setting(), "leads to what does not answer as a Web3Signer");
    }
    return account;
  }
}
