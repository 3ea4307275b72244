import { writeFileSync } from 'node:fs'
import { page, publishedPage } from './published.ts'

/** `npm run documents`: writes docs/published.md. */
writeFileSync(page, await publishedPage())
