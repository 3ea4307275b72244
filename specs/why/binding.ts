import { explain, together } from '../../src/judge/why.ts'

const spelling =
  'What one layer checks in the first spelling and another stores from the second is not checked at all. Clients must never send two; who tests a shop has to know which counts.'
const cast =
  'Clients of loosely typed languages send numbers as text and text as numbers. Refused, a telephone number or a postcode breaks the form.'
const named = 'A developer sees which field is wrong, in a body of forty, instead of trying one after the other.'

explain({
  'BIND-01': 'Answers are in snake_case. A client that sends a field back as it read it must be understood.',
  'BIND-02': spelling,
  'BIND-03':
    'Clients send fields of their own along, and newer ones fields that an older shop does not know. Refused, no client can be newer than its shop.',
  'BIND-04':
    'Scripts put the e-mail into the query. Where it is not read, they ask about nothing; where it is, a password may end up in the logs.',
  'BIND-05':
    'Who guards a shop has to look at the query too: a check of the body alone looks at a value that does not count.',
  'BIND-06': 'A list taken for its first entry lets one request carry many values past a check of one.',
  'BIND-07':
    'Cast to 0 the request would ask about another website than the one meant, and answer as if all were well.',
  'BIND-08':
    'Serialisers write null for an empty field. The customer is told what is missing, in the name the form knows.',
  'BIND-09': 'The form marks all fields at once; told one by one, the customer sends it five times.',
  'BIND-10': cast,
  'BIND-11':
    'A field that a plugin or a newer release would know gives an internal error: a developer finds the name in the shop’s log only.',
  'BIND-12': `${named} And a client that sends fields of its own inside a customer breaks with the upgrade to 2.4.7.`,
  ...together(named, 'BIND-13', 'BIND-14', 'BIND-15'),
  'BIND-16': 'The client corrects the field and sends again; an account left behind answers that the e-mail is taken.',
  'BIND-17':
    'A body encoded twice arrives as text. Refused for a missing e-mail, the developer has to know that it was never read.',
  'BIND-18':
    'A script in a name runs in the browser of the administrator who opens the customer. A client that lets customers write HTML has to expect the refusal.',
  'BIND-19':
    'Whoever shows customers’ names on a page of these releases has to escape them: the API keeps nothing out.',
  'BIND-20': cast,
  'BIND-21': 'The text "false" is true in most languages. Taken so here, a customer would be subscribed who declined.',
  'BIND-22':
    'Clients send attributes that one of their shops has. Refused or stored, the others break or fill with fields that nobody defined.',
  'BIND-23':
    'A customer with a large address book cannot save the profile on these four releases: an import has to split, and support has to know.',
  'BIND-24':
    'Business customers have more than twenty addresses. A limit refuses their whole profile; an entry that is none must not cost the others.',
  ...together(spelling, 'BIND-25', 'BIND-26', 'BIND-27'),
  'BIND-28':
    'It is the first thing that goes wrong for whoever writes camelCase, and before 2.4.7 the answer is an internal error that does not say so.',
})
