import { Boot } from './host/boot';
import { registerElements } from './host/elements/register';

// The one name in the page's global scope: scripts of the build and the driver speak to the host by it.
registerElements();
const boot = new Boot();
Object.assign(window, { __engine: boot });
