/** The organisation in whose name this page acts; it stands in the address. */
import { createContext, useContext } from 'react';
import type { Organisation, Role } from '../net/answers';

export const OrganisationContext = createContext<Organisation | null>(null);

export function useOrganisation(): Organisation {
  const organisation = useContext(OrganisationContext);
  if (organisation === null) throw new Error('no organisation above');
  return organisation;
}

const EDITORS: readonly Role[] = ['admin', 'editor'];

/** What to show; the server decides for itself. */
export const mayEdit = ({ role }: Organisation): boolean => EDITORS.includes(role);
export const mayManage = ({ role }: Organisation): boolean => role === 'admin';
