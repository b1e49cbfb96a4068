package org.sessionsettlement.cli.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebRtcLibraryTest {
  @Test
  void namesThePackageThatIsMissing() {
    assertThat(
            WebRtcLibrary.whyNot(
                new UnsatisfiedLinkError(
                    "/tmp/webrtc.so: libpulse.so.0: cannot open shared object file: No such file")))
        .isEqualTo("libpulse is missing, which libwebrtc needs: install Debian's libpulse0");
  }

  @Test
  void isThereWhereTheTestsRun() {
    assertThat(WebRtcLibrary.missing()).isEmpty();
  }
}
