/** A network between two programs that a test can cut, hang or refuse. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface TcpProxy {
  readonly port: number;
  /** Ends every connection at once, as a server does that dies. */
  readonly cut: () => void;
  /** Nothing passes any more and nobody is told: a cable that is pulled. */
  readonly hang: () => void;
  /** Ends every connection and takes no new one. */
  readonly refuse: () => Promise<void>;
  /** What was hung stays lost; new connections pass. */
  readonly heal: () => Promise<void>;
  /** New connections go to another port, as an address does that moves to another machine. */
  readonly aim: (to: number) => void;
  readonly close: () => Promise<void>;
}

export async function startTcpProxy(host: string, to: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let target = to;
  let hangs = false;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };
  const accept = (near: Socket): void => {
    keep(near);
    // A black hole takes connections in, as a switch with a dead port behind it lets a handshake of the kernel pass.
    if (hangs) return;
    const far = connect(target, host);
    keep(far);
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (data) => {
        if (!hangs) into.write(data);
      });
      from.on('close', () => {
        if (!hangs) into.destroy();
      });
    }
  };
  let server: Server = createServer(accept).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the proxy has no port');
  const { port } = address;
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const stop = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    cut();
    await closed;
  };
  return {
    port,
    cut,
    hang: () => {
      hangs = true;
    },
    refuse: stop,
    heal: async () => {
      hangs = false;
      if (server.listening) return;
      server = createServer(accept).listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    aim: (next) => {
      target = next;
    },
    close: () => (server.listening ? stop() : Promise.resolve()),
  };
}
