import type { LaunchSettings } from '../launch-options';
import type { Manifest } from '../manifest';
import type { ApiMaker, ApiTable, Fields } from './api';
import type { Dialogs } from './dialogs';
import type { Files } from './files';
import type { PageStack } from './page-stack';
import type { Permissions } from './permissions';
import { appApis } from './wx-app';
import { canvasApis } from './wx-canvas';
import { deviceApis } from './wx-device';
import { fileApis } from './wx-files';
import { navigationApis } from './wx-navigation';
import { openApis } from './wx-open';
import { queryApis } from './wx-query';
import { requestApis } from './wx-request';
import { storageApis } from './wx-storage';
import { systemApis, type SystemSignals } from './wx-system';
import { uiApis } from './wx-ui';
import { unsupportedApis } from './wx-unsupported';

export interface HostParts {
  make: ApiMaker;
  launch: LaunchSettings;
  launched: Fields;
  dialogs: Dialogs;
  pages: PageStack;
  files: Files;
  signals: SystemSignals;
  manifest: Manifest;
  permissions: Permissions;
}

/** The `wx` object. */
export function makeWx(parts: HostParts): ApiTable {
  const { make, launch, launched, dialogs, pages, files, signals, manifest, permissions } = parts;
  make.onUse = (api) => {
    permissions.noteAsked(api);
  };
  const supported: ApiTable = {
    ...appApis(make, launched, pages, () => Object.keys(supported)),
    ...systemApis(make, launch, pages, signals),
    ...storageApis(make),
    ...requestApis(make, launch, manifest.app.networkTimeout?.request),
    ...navigationApis(make, pages),
    ...uiApis(make, dialogs, pages),
    ...openApis(make, launch, dialogs, permissions),
    ...deviceApis(make, manifest.app),
    ...canvasApis(make, files, dialogs, pages),
    ...fileApis(make, files),
    ...queryApis(pages, files),
  };
  return { ...supported, ...unsupportedApis(supported) };
}
