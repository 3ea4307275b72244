import { scenario } from '../../src/perform/scenario.ts'
import { isAvailableRaw } from './anyone.ts'

export const contentTypes = scenario(
  'content-types',
  {
    chapter: 'Content negotiation',
    asks: 'the same question is sent under every content type',
    records: [
      'no type',
      'plain text',
      'form',
      'vendor’s JSON',
      'Latin-1',
      'UTF-8',
      'quoted UTF-8',
      'boundary',
      'JSON in capitals',
      'XML',
    ],
  },
  async ({ ask, account }) => {
    const { email } = account()
    const json = JSON.stringify({ customerEmail: email })
    // A value of a wrong type is echoed, which shows that the body was understood.
    const xml = `<request><customerEmail>${email}</customerEmail><websiteId>here</websiteId></request>`
    await ask('no type', isAvailableRaw(json, ''))
    await ask('plain text', isAvailableRaw(json, 'text/plain'))
    await ask('form', isAvailableRaw(json, 'application/x-www-form-urlencoded'))
    await ask('vendor’s JSON', isAvailableRaw(json, 'application/vnd.api+json'))
    await ask('Latin-1', isAvailableRaw(json, 'application/json; charset=iso-8859-1'))
    await ask('UTF-8', isAvailableRaw(json, 'application/json; charset=utf-8'))
    await ask('quoted UTF-8', isAvailableRaw(json, 'application/json; charset="utf-8"'))
    await ask('boundary', isAvailableRaw(json, 'application/json; boundary=x'))
    await ask('JSON in capitals', isAvailableRaw(json, 'Application/JSON'))
    await ask('XML', isAvailableRaw(xml, 'application/xml'))
  },
)
