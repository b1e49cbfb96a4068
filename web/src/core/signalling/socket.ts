/** A WebSocket, handed in. */
export interface Socket {
  send(text: string): void;
  /** Closes it with 1000, once what was sent is on its way. */
  close(): void;
}

/** Told what comes of it; nothing after `closed`. */
export interface SocketEvents {
  received(text: string): void;
  closed(code: number): void;
}

/** Opens a socket to a path of the service. */
export type OpenSocket = (path: string, events: SocketEvents) => Socket;

/** The browser's, to the origin that the page came from. */
export const browserSocket: OpenSocket = (path, events) => {
  const socket = new WebSocket(path);
  socket.onmessage = ({ data }) => {
    if (typeof data === 'string') {
      events.received(data);
    }
  };
  socket.onclose = ({ code }) => events.closed(code);
  return {
    send: (text) => {
      // Before it is open a browser throws; what is sent then is lost, as any signal may be.
      if (socket.readyState === WebSocket.OPEN) {
        socket.send(text);
      }
    },
    close: () => socket.close(),
  };
};
