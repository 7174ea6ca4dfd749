/** The system's, PostgreSQL's or a library's code of an error: `ENOENT`, `23505`, `ELOCKED`. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
