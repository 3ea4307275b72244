import { scenario } from '../../src/perform/scenario.ts'
import { isAvailableRaw } from './anyone.ts'

export const contentTypes = scenario(
  'content-types',
  {
    chapter: 'Content negotiation',
    asks: 'the same request is sent with different content types',
  },
  async function* ({ ask, account }) {
    const { email } = account()
    const json = JSON.stringify({ customerEmail: email })
    // The error for a wrong type repeats the value, which shows that the body was parsed.
    const xml = `<request><customerEmail>${email}</customerEmail><websiteId>here</websiteId></request>`
    yield* ask('no type', isAvailableRaw(json, ''))
    yield* ask('plain text', isAvailableRaw(json, 'text/plain'))
    yield* ask('form', isAvailableRaw(json, 'application/x-www-form-urlencoded'))
    yield* ask('vendor’s JSON', isAvailableRaw(json, 'application/vnd.api+json'))
    yield* ask('Latin-1', isAvailableRaw(json, 'application/json; charset=iso-8859-1'))
    yield* ask('UTF-8', isAvailableRaw(json, 'application/json; charset=utf-8'))
    yield* ask('quoted UTF-8', isAvailableRaw(json, 'application/json; charset="utf-8"'))
    yield* ask('boundary', isAvailableRaw(json, 'application/json; boundary=x'))
    yield* ask('JSON in capitals', isAvailableRaw(json, 'Application/JSON'))
    yield* ask('XML', isAvailableRaw(xml, 'application/xml'))
  },
)
