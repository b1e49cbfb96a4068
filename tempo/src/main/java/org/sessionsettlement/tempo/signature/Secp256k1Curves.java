package org.sessionsettlement.tempo.signature;

/** Which of the two libraries serves here. */
final class Secp256k1Curves {
  static final Secp256k1Curve CURVE = choose();

  private Secp256k1Curves() {}

  private static Secp256k1Curve choose() {
    try {
      return new NativeCurve();
    } catch (LinkageError | IllegalStateException notHere) {
      return new BouncyCastleCurve();
    }
  }
}
