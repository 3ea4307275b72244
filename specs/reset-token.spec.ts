import { requirementsOf } from '../src/judge/requirement.ts'
import { code, recorded } from '../src/judge/source.ts'
import { Unmet } from '../src/judge/unmet.ts'
import { expectedLink } from './links.ts'
import { resetLink } from './reset-link.scenario.ts'

const { must } = requirementsOf(resetLink)

must(
  'RESET-58',
  'no two accounts get the same token',
  {
    source: [code('framework/Math/Random.php', '2.4.7-p6'), recorded('mail/welcome#mail')],
  },
  (read) => {
    const looks = [read.welcome, read['welcome of another'], read['welcome of a third']]
    const tokens = looks.map((look) => expectedLink(look, -1, 'token').searchParams.get('token'))
    if (new Set(tokens).size < tokens.length) throw new Unmet('three tokens', `${new Set(tokens).size} of them differ`)
  },
)
