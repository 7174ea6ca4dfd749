/** Where an invitation leads: a page of the console, whose address carries the secret in its path. */
export const invitationPath = (token: string): string => `/console/invitation/${token}`;
