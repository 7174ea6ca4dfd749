/**
 * One endpoint of the server: method, path and who may use it. The tables beside this file name each endpoint once;
 * `domain/api/contract` adds the schemas. The phone imports only the tables, so that no schema of the server's reaches
 * its bundle.
 */
import type { Action } from '../permission';

/**
 * Who may use an endpoint. An action is asked of the organisation in the path; the handler asks `can` again where the
 * answer depends on one event, member or token.
 */
export type Access = 'public' | 'account' | 'publisher' | 'staff' | 'device' | Action;

/** Names an action rather than a kind of caller. */
export const isAction = (access: Access): access is Action => access.includes(':');

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Parameters as `:id`. */
  readonly path: string;
  readonly access: Access;
  /** Asks for a proof of identity that is at most five minutes old (`PROOF_MS`). */
  readonly fresh?: true;
  /** May be used from a phone that is bound to a member (A5), too. */
  readonly phone?: true;
}

export type EndpointTable = Readonly<Record<string, Endpoint>>;

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : Path extends `${string}:${infer Name}.${string}`
    ? Name
    : Path extends `${string}:${infer Name}`
      ? Name
      : never;

/** Every parameter of the path by name. */
export type PathParams<Path extends string> = Readonly<Record<ParamNames<Path>, string>>;
/** Left out where undefined. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** The path with its parameters filled in, and the query; both are encoded (RFC 3986). */
export function addressOf<const Path extends string>(
  { path }: { readonly path: Path },
  params: PathParams<Path>,
  query: Query = {},
): string {
  const values: Readonly<Record<string, string>> = params;
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`;
}
