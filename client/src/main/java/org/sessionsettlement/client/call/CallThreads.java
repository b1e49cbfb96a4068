package org.sessionsettlement.client.call;

import java.util.concurrent.Executor;

/**
 * Where a call runs; it has no thread of its own.
 *
 * @param callbacks runs decisions and listeners, one after the other, none of which blocks: a main
 *     thread will do
 * @param network runs requests to the service, which block for as long as the transport and its
 *     retries take; three threads are enough for a call
 * @param scheduler rings
 */
public record CallThreads(Executor callbacks, Executor network, CallScheduler scheduler) {}
