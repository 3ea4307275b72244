import { createServer } from '@mswjs/http-middleware'
import { handlers } from './handlers.js'

/** Serves the handlers over HTTP: `npm run msw --prefix mocks -- 4040`. */
const port = Number(process.argv[2] ?? 4040)
createServer(...handlers).listen(port, '127.0.0.1', () => console.log(`MSW answers on http://127.0.0.1:${port}`))
