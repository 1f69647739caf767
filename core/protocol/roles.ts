export const ROLES = ['facilitator', 'co-facilitator', 'projector', 'participant', 'kiosk'] as const
export type Role = (typeof ROLES)[number]
