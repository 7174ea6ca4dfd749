// The yardstick: the least that node:http must do to send the same bytes.
import { createServer } from 'node:http';

process.once('message', ({ headers, body }) => {
  const buffer = Buffer.from(body, 'base64');
  const { connection, date, ...rest } = headers;
  const kept = { ...rest, 'content-length': buffer.length };
  // A 304 repeats what a cache goes by (RFC 9110, section 15.4.5).
  const unchanged = { 'cache-control': headers['cache-control'], vary: headers.vary, etag: headers.etag };
  const server = createServer((request, response) => {
    if (request.headers['if-none-match'] === headers.etag) {
      response.writeHead(304, unchanged);
      response.end();
      return;
    }
    response.writeHead(200, kept);
    response.end(buffer);
  });
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
});
