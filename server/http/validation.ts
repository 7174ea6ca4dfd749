/** One schema language for the whole project: Fastify validates with valibot, and OpenAPI is written from the same. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { FastifySchema, FastifySchemaCompiler, FastifyTypeProvider } from 'fastify';
import * as v from 'valibot';
import { findingOf, type FieldError } from '../../domain/problem/field-error';
import { InvalidInputError } from './errors';

type Schema = v.GenericSchema;

/** A handler's view of `request.body` and the rest: what the schema puts out. */
export interface ValibotTypes extends FastifyTypeProvider {
  readonly validator: this['schema'] extends Schema ? v.InferOutput<this['schema']> : unknown;
}

/** More errors than this would not help a person. */
const MOST_ERRORS = 50;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** valibot takes a list for an object whose keys may all be left out: where that happened. */
function listsTaken(data: unknown, output: unknown, path: readonly string[] = []): FieldError[] {
  if (data === output || !isRecord(data) || !isRecord(output)) return [];
  if (Array.isArray(data) && Object.getPrototypeOf(output) === Object.prototype) {
    return [{ path: path.join('.'), code: 'wrong-type' }];
  }
  return Object.keys(output).flatMap((key) => listsTaken(data[key], output[key], [...path, key]));
}

export const compileValidator: FastifySchemaCompiler<Schema> =
  ({ schema }) =>
  (data: unknown) => {
    const parsed = v.safeParse(schema, data);
    const errors = parsed.success ? listsTaken(data, parsed.output) : parsed.issues.map(findingOf);
    return parsed.success && errors.length === 0
      ? { value: parsed.output }
      : { error: new InvalidInputError(errors.slice(0, MOST_ERRORS)) };
  };

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

function describe(schema: unknown, typeMode: 'input' | 'output'): unknown {
  if (!isSchema(schema)) return schema;
  return toJsonSchema(schema, { errorMode: 'ignore', typeMode, target: 'draft-2020-12' });
}

/** A route's schemas as JSON Schema, for the OpenAPI document. */
export function describeRoute(schema: FastifySchema): FastifySchema {
  const { body, querystring, params, response, ...rest } = schema;
  return {
    ...rest,
    ...(body !== undefined && { body: describe(body, 'input') }),
    ...(querystring !== undefined && { querystring: describe(querystring, 'input') }),
    ...(params !== undefined && { params: describe(params, 'input') }),
    ...(isRecord(response) && {
      response: Object.fromEntries(
        // As it is on the wire: what a client parses with the same schema.
        Object.entries(response).map(([status, each]) => [status, describe(each, 'input')]),
      ),
    }),
  };
}
