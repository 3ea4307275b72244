import { expect } from '../../src/judge/expect.ts'
import { known } from '../../src/judge/known.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import { expectSameInXml, inResponse } from '../shared/xml.ts'
import { xml } from './xml.scenario.ts'

const { must, should } = requirementsOf(xml)

should(
  'NEG-17',
  'A request whose response type is not supported has no effect',
  {
    why: 'A client retries after a 500. If the first attempt created an account, the second fails because the e-mail is taken.',
    source: [code('framework/Webapi/Rest/Response/RendererFactory.php:84', '2.4.7-p6'), verified('order-of-checks')],
  },
  ({ 'create for HTML': html, create }) => {
    expect(html).toHaveStatus(500)
    expect(create).toSucceed()
  },
)

must(
  'NEG-18',
  'A login may be sent in XML, and the token is returned in XML',
  {
    why: 'Without this, a client that uses XML cannot log in.',
    source: [recorded('token/forms#xml'), recorded('protocol/xml-response#token-xml')],
  },
  ({ 'login in XML': login }) => {
    const token = inResponse(login, 200)
    if (typeof token !== 'string' || !/^[\w.-]{32,}$/.test(token))
      throw new Unmet('a token as the text of response', JSON.stringify(token), login)
  },
)

must(
  'NEG-19',
  'The profile in XML has the same fields and values as in JSON',
  {
    why: 'A connector must get the same data in either format. An omitted list reads as "no addresses".',
    source: [recorded('protocol/xml-response#me'), verified('xml')],
  },
  ({ me, 'me in XML': inXml }) => {
    const whole = known<Record<string, unknown>>(me.at(''))
    const elements = inResponse(inXml, 200) as Record<string, unknown>
    for (const name of Object.keys(whole)) if (!(name in elements)) throw new Unmet(`an element ${name}`, 'none', inXml)
    expectSameInXml(whole, elements, inXml)
  },
)
