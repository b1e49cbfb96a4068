package org.sessionsettlement.cli.demo;

import java.math.BigInteger;

/**
 * One session of the demo.
 *
 * @param key short and unique, for machines
 * @param title for people
 * @param priceUnits what the guest pays, token units; each session has its own, so that no coin can
 *     stand for another
 */
record Scenario(
    String key, String title, BigInteger priceUnits, Script host, Script guest, Course course) {}
