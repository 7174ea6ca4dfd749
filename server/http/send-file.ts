/** A file that somebody asked to download. */
import type { FastifyReply } from 'fastify';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES = {
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  docx: `${OFFICE}.wordprocessingml.document`,
} as const;

export function sendFile(
  reply: FastifyReply,
  bytes: Uint8Array,
  name: `${string}.${keyof typeof TYPES}`,
): FastifyReply {
  const type = name.endsWith('.docx') ? TYPES.docx : TYPES.xlsx;
  return reply
    .header('cache-control', 'no-store')
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Buffer.from(bytes));
}
