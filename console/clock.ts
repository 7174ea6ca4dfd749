/** The console's only look at the machine's clock, in epoch ms. */
export const now = (): number => Date.now();
