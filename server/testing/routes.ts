/** The app's own route table, so that a test of all routes cannot forget a new one. */
import type { FastifyInstance, HTTPMethods } from 'fastify';

export interface Route {
  readonly method: HTTPMethods;
  /** With parameters as `:id`. */
  readonly path: string;
  /** Whose token it says it wants. */
  readonly security: 'account' | 'publisher' | null;
}

export const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

/** Lines of Fastify's tree: `│   └── /read (POST, GET)`. */
const LINE = /^((?:│ {3}| {4})*)[├└]── (\S+)(?: \((.+)\))?$/;

function readTree(tree: string): { path: string; methods: HTTPMethods[] }[] {
  const above: string[] = [];
  return tree
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, indent = '', part = '', methods = ''] = LINE.exec(line) ?? [];
      if (part === '') throw new Error(`not a line of the route tree: ${line}`);
      const depth = indent.length / 4;
      above.splice(depth, Infinity, part);
      return { path: above.join(''), methods: methods.split(', ').filter(Boolean) };
    });
}

interface Described {
  readonly security?: readonly Readonly<Record<string, unknown>>[];
}

function securityOf(app: FastifyInstance, method: string, path: string): Route['security'] {
  const { paths = {} } = app.swagger() as { paths?: Record<string, Record<string, Described>> };
  const described = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  const [names = {}] = described?.security ?? [];
  if ('account' in names) return 'account';
  return 'publisher' in names ? 'publisher' : null;
}

/** Every route but those that answer 405 and the documentation's. */
export async function routesOf(app: FastifyInstance): Promise<Route[]> {
  const routes: Route[] = [];
  for (const { path, methods } of readTree(app.printRoutes({ commonPrefix: false }))) {
    if (path.startsWith('/api/docs')) continue;
    for (const method of methods) {
      const probe = await app.inject({ method: method as 'GET', url: path.replaceAll(/:\w+/g, 'none') });
      if (probe.statusCode !== 405) routes.push({ method, path, security: securityOf(app, method, path) });
    }
  }
  return routes;
}

export const isWriting = ({ method }: Route): boolean => method !== 'GET' && method !== 'HEAD';
