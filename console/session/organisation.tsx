/** The organisation that this page acts for, as the address names it. */
import { createContext, useContext } from 'react';
import { levelOf } from '../../domain/region/region';
import { type Action, mayEver } from '../../domain/permission';
import type { Organisation } from '../net/answers';

export const OrganisationContext = createContext<Organisation | null>(null);

export function useOrganisation(): Organisation {
  const organisation = useContext(OrganisationContext);
  if (organisation === null) throw new Error('no organisation above');
  return organisation;
}

/** What to show; the server decides for itself. */
export const may = ({ role }: Organisation, action: Action): boolean => mayEver(role, action);

/** Whether there may be organisations below: a county has none. */
export const hasBelow = ({ region }: Organisation): boolean => levelOf(region) !== 'county';
