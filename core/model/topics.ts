/**
 * Closed list: a topic survives renaming an axis entry, so that sessions and countries compare. By the group of words
 * in which the topic has its name. No zod in here: pages list the topics.
 */
export const TOPIC_GROUPS = {
  theme: ['organisation', 'legislation', 'collaboration', 'staff', 'resources', 'trust', 'reactive'],
  level: ['structural', 'community', 'individual'],
  /** The baseline frame: society, lab, innovation. */
  heading: [
    'welfare',
    'provision',
    'education',
    'challenges',
    'systemEffect',
    'problems',
    'tie',
    'living',
    'stakeholders',
    'staffEducation',
    'services',
    'labChallenges',
    'digital',
    'examples',
    'why',
  ],
} as const

export const TOPICS = [...TOPIC_GROUPS.theme, ...TOPIC_GROUPS.level, ...TOPIC_GROUPS.heading] as const

/** Key of the topic's name. */
export const topicKey = (topic: (typeof TOPICS)[number]): string => {
  const group = (['theme', 'level'] as const).find((one) => (TOPIC_GROUPS[one] as readonly string[]).includes(topic))
  return `boards:${group ?? 'heading'}.${topic}`
}
