import './specs/index.ts'
import { readFileSync } from 'node:fs'
import { judge } from './src/judge/judge.ts'
import { requirements } from './src/judge/requirement.ts'
import { fromHar } from './src/recording/har.ts'
for (const r of ['2.3.7-p4','2.4.6-p11','2.4.7-p6']) {
  const rec = fromHar(JSON.parse(readFileSync(`/work/shared/magento/runs/${r}.har`,'utf8')))
  const out = judge(rec, requirements)
  const ids = 'WHOLE-07 WHOLE-08 WHOLE-09 TOKEN-40 TOKEN-06 PROFILE-55 PROFILE-56 PROFILE-29 ADMIN-55 ADMIN-56 OBJECT-07 VALID-33 SCHEMA-14 ACCESS-43 LOCK-14 REVOKE-16 TOKEN-41'.split(' ')
  console.log(r, out.filter(r=>ids.includes(r.id)).map(r=>r.id+' '+r.verdict+' '+(r.why??'').slice(0,60)).join('; '), '| RED', out.filter(r=>['fail','warn','error'].includes(r.verdict)).map(r=>r.id+' '+r.verdict+' '+r.actual).join(','))
}
