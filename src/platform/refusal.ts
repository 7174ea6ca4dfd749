/** WeChat's words for a failure; they are the only way to tell one from another. */
export function errorMessage(error: unknown): string {
  if (error !== null && typeof error === 'object' && 'errMsg' in error) return String(error.errMsg);
  return error instanceof Error ? error.message : String(error);
}
