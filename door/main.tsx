import './door.css';
import { createRoot } from 'react-dom/client';
import { openDoor } from './session/open-door';
import { createModel } from './session/model';
import { DoorApp } from './app';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// Keeps the page on the device, so that it starts without a network.
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/door/worker.js').catch(() => undefined);

const model = createModel();
createRoot(root).render(<DoorApp model={model} opening={openDoor(model)} />);
