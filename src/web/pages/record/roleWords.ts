const roles: Record<'lv' | 'en', Readonly<Record<string, string>>> = {
  lv: {
    visitor: 'apmeklētājs',
    participant: 'dalībnieks',
    representative: 'organizācijas pārstāvis',
    officer: 'institūcijas atbildīgā persona',
    'forum-member': 'foruma loceklis',
    moderator: 'moderators',
    secretariat: 'sekretariāts',
    administrator: 'administrators',
    system: 'sistēma',
    demonstration: 'demonstrācija',
  },
  en: {
    visitor: 'visitor',
    participant: 'participant',
    representative: 'organisation’s representative',
    officer: 'institution’s officer',
    'forum-member': 'forum member',
    moderator: 'moderator',
    secretariat: 'secretariat',
    administrator: 'administrator',
    system: 'the system',
    demonstration: 'demonstration',
  },
}

export const roleWords = (language: 'lv' | 'en', role: string): string => roles[language][role] ?? role
