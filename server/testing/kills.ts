/** How often the crash tests kill a server: 5 in a usual run, `KILLS=20` for a long one. */
export const KILLS = Number(process.env.KILLS ?? 5);
if (!(Number.isInteger(KILLS) && KILLS > 0)) throw new Error('KILLS must be a whole number above 0');
