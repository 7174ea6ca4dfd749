import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** What browsers are told of every answer; pages with needs of their own say so themselves. `scripts`: hashes of those within the page. */
export async function securityHeaders(app: FastifyInstance, scripts: readonly string[]): Promise<void> {
  await app.register(helmet, {
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'", ...scripts],
        // Taro's components and the page router set styles from script.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // The icons of Taro's toasts.
        fontSrc: ["'self'", 'data:'],
      },
    },
  });
}
