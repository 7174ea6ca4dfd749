/** The cookie that carries a member's session. */
export const SESSION_COOKIE = 'staff';
