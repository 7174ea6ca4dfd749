// The yardstick: the least that a server with the embedded database must do, without any of ours.
import { createServer } from 'node:http';
import { PGlite } from '@electric-sql/pglite';

const database = await PGlite.create(process.argv[2]);
const server = createServer((_request, response) => {
  void database.query('select 1').then(() => response.end());
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
