/** One file that was sent as `file` of a form. */
import type { FastifyRequest } from 'fastify';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export type Upload =
  | { readonly ok: true; readonly file: UploadedFile }
  | { readonly ok: false; readonly code: 'no-file' | 'malformed-body' };

/** Reads one byte more than `mostBytes`, so that a file that is too large is told from one that just fits. */
export async function readUpload(request: FastifyRequest, mostBytes: number): Promise<Upload> {
  try {
    const part = await request.file({ limits: { fileSize: mostBytes + 1 } });
    if (!part || part.fieldname !== 'file') return { ok: false, code: 'no-file' };
    return { ok: true, file: { name: part.filename.slice(-100), bytes: await part.toBuffer() } };
  } catch {
    return { ok: false, code: 'malformed-body' };
  }
}
