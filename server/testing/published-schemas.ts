/** What the API's own description says of bodies and answers, judged by Ajv: another reader of JSON Schema than ours. */
import { type ErrorObject, Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { Route } from './routes';

const JSON_TYPE = 'application/json';
const ContentSchema = v.record(v.string(), v.object({ schema: v.optional(v.record(v.string(), v.unknown())) }));
const OperationSchema = v.object({
  requestBody: v.optional(v.object({ content: ContentSchema })),
  responses: v.record(v.string(), v.object({ content: v.optional(ContentSchema) })),
});
const DescriptionSchema = v.object({
  paths: v.record(v.string(), v.record(v.string(), OperationSchema)),
});

type Judge = (json: Uint8Array) => readonly ErrorObject[];
/** Leaves a byte order mark out, as the server does. */
const decoder = new TextDecoder();

export interface PublishedSchemas {
  /** What is wrong with a body that the route took; nothing where it publishes no schema. */
  readonly wrongInBody: (route: Route, payload: Buffer) => readonly ErrorObject[];
  readonly wrongInAnswer: (route: Route, status: number, text: string) => readonly ErrorObject[];
}

export async function publishedSchemas(app: FastifyInstance): Promise<PublishedSchemas> {
  const answer = await app.inject('/api/openapi.json');
  const { paths } = v.parse(DescriptionSchema, answer.json());
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const judges = new Map<object, ValidateFunction>();

  const operationOf = ({ path, method }: Route): v.InferOutput<typeof OperationSchema> | undefined =>
    paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];

  const judgeOf = (content: v.InferOutput<typeof ContentSchema> | undefined): Judge => {
    const schema = content?.[JSON_TYPE]?.schema;
    if (schema === undefined) return () => [];
    const judge = judges.get(schema) ?? ajv.compile(schema);
    judges.set(schema, judge);
    return (json) => (json.length === 0 || judge(JSON.parse(decoder.decode(json))) ? [] : (judge.errors ?? []));
  };

  return {
    wrongInBody: (route, payload) => judgeOf(operationOf(route)?.requestBody?.content)(payload),
    wrongInAnswer: (route, status, text) =>
      judgeOf(operationOf(route)?.responses[String(status)]?.content)(Buffer.from(text)),
  };
}
