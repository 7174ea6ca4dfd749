// A browser, a server and a database come up for these; each wait inside has a limit of its own.
jest.setTimeout(120_000);
