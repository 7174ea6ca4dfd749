/** The one file of an upload, in the part `file`. */
import type { FastifyRequest } from 'fastify';
import type { NamedFile } from '../spreadsheets/read-file';

type Upload =
  { readonly ok: true; readonly file: NamedFile } | { readonly ok: false; readonly code: 'no-file' | 'malformed-body' };

export async function readUpload(request: FastifyRequest): Promise<Upload> {
  try {
    const part = await request.file();
    if (!part || part.fieldname !== 'file') return { ok: false, code: 'no-file' };
    return { ok: true, file: { name: part.filename.slice(-100), bytes: await part.toBuffer() } };
  } catch {
    return { ok: false, code: 'malformed-body' };
  }
}
