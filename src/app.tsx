import type { PropsWithChildren, ReactNode } from 'react';
import { stopInertLinks } from './platform/inert-links';
import { keepOfflineCopy } from './platform/offline-copy';
import { boot } from './sync/boot';
import { bootAccount } from './sync/boot-account';
import './app.scss';

stopInertLinks();
boot();
bootAccount();
keepOfflineCopy();

export default function App({ children }: PropsWithChildren): ReactNode {
  return children;
}
