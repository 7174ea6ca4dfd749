// The clock of the browser tests, in a server and in a test itself; phones get it from browser-driver.ts. It begins at
// one instant and runs on, so that no test depends on the day, the month or the time at which it runs.
const { ServerResponse } = require('node:http');

const offset = Number(process.env.CLOCK_OFFSET ?? 0);

if (offset !== 0) {
  globalThis.Date = new Proxy(Date, {
    construct: (RealDate, args, asked) =>
      Reflect.construct(RealDate, args.length === 0 ? [RealDate.now() + offset] : args, asked),
    apply: (RealDate) => String(new RealDate(RealDate.now() + offset)),
    get: (RealDate, name) => (name === 'now' ? () => RealDate.now() + offset : Reflect.get(RealDate, name)),
  });
  // Node writes its answers' dates by a clock of its own, and phones go by them.
  const { writeHead } = ServerResponse.prototype;
  ServerResponse.prototype.writeHead = function writeHeadThen(...args) {
    this.setHeader('date', new Date().toUTCString());
    return writeHead.apply(this, args);
  };
}
