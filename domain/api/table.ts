/** Every endpoint of the server, for tests and tools; the phone imports the topic that it uses. */
import { CAMPAIGNS } from './campaigns';
import { CITIZEN } from './citizen';
import { CHECK_INS, DOOR } from './door';
import type { Endpoint } from './endpoint';
import { EVENTS } from './events';
import { FIGURES } from './figures';
import { OPERATIONS } from './operations';
import { ORGANISATIONS } from './organisations';
import { PUBLISHER } from './publisher';
import { REPORTS } from './reports';
import { PHONE_BINDING, STAFF } from './staff';
import { SYNDICATION } from './syndication';

export const ENDPOINTS: readonly Endpoint[] = [
  CITIZEN,
  PUBLISHER,
  STAFF,
  PHONE_BINDING,
  ORGANISATIONS,
  EVENTS,
  FIGURES,
  DOOR,
  CHECK_INS,
  SYNDICATION,
  REPORTS,
  CAMPAIGNS,
  OPERATIONS,
].flatMap<Endpoint>((topic) => Object.values<Endpoint>(topic));
