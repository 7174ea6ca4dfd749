import './console.css';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Console, makeQueries } from './app';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// The server writes a new nonce into each answer; the browser hides it from selectors, but not from this property.
const nonce = document.querySelector<HTMLElement>('[nonce]')?.nonce;

createRoot(root).render(
  <BrowserRouter basename="/console">
    <Console queries={makeQueries()} nonce={nonce} />
  </BrowserRouter>,
);
