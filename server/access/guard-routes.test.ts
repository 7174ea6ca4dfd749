import fastify from 'fastify';
import { ENDPOINTS } from '../../domain/api/table';
import { guardRoutes } from './guard-routes';

const refuse = (): Promise<unknown> => Promise.reject(new Error('refused'));

test('a route that names no access stops the start', () => {
  const app = fastify();
  guardRoutes(app, () => null);
  expect(() => app.get('/open', () => 'x')).toThrow('no access is named for GET /open');
  expect(() => app.post('/named', { config: { access: 'public' } }, () => 'x')).not.toThrow();
});

test('a plugin’s route is asked for its access too, unless the plugin came before', async () => {
  const app = fastify();
  await app.register((plugin, _, done) => {
    plugin.get('/before', () => 'x');
    done();
  });
  guardRoutes(app, () => null);
  const later = app.register(async (plugin) => {
    await Promise.resolve();
    plugin.get('/after', () => 'x');
  });
  await expect(Promise.resolve(later)).rejects.toThrow('GET /after');
});

test('the guard comes before what the route does, for HEAD too, and reading does not pass it', async () => {
  const app = fastify();
  guardRoutes(app, ({ access }) => (access === 'account' ? refuse : null));
  app.get('/mine', { config: { access: 'account' } }, () => 'mine');
  app.get('/all', { config: { access: 'public' } }, () => 'all');
  for (const method of ['GET', 'HEAD'] as const) {
    expect((await app.inject({ method, url: '/mine' })).statusCode).toBe(500);
    expect((await app.inject({ method, url: '/all' })).statusCode).toBe(200);
  }
  expect(app.guardedRoutes.map(({ method, path, access }) => [method, path, access])).toEqual([
    ['GET', '/mine', 'account'],
    ['HEAD', '/mine', 'account'],
    ['GET', '/all', 'public'],
    ['HEAD', '/all', 'public'],
  ]);
});

test('no two endpoints have the same method and path', () => {
  const names = ENDPOINTS.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(names).size).toBe(names.length);
});
