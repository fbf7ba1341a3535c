import { ApiError, type FieldError } from "~/api/errors";
import { t } from "~/i18n";

/** Errors of a form by field; what belongs to no field stands under `""`. */
export type FormErrors = Readonly<Record<string, string>>;

/** One sentence for a toast, in the person's language. */
export function refusalText(failure: unknown): string {
  if (!(failure instanceof ApiError)) return t("refusal.unknown");
  if (failure.offline) return t("refusal.offline");
  if (failure.status === 429)
    return t("refusal.tooFast", { count: Math.max(1, Math.ceil(failure.retryAfterMs / 1000)) });
  const first = Object.values(failure.fields).flat()[0];
  if (first) return fieldText(first);
  return codeText(failure.code) ?? statusText(failure.status) ?? failure.message;
}

/** The error tree as one text a field. What answers to no field of the form is said for the form as a whole. */
export function formErrors(failure: unknown, fields: readonly string[]): FormErrors {
  if (!(failure instanceof ApiError) || Object.keys(failure.fields).length === 0)
    return { "": refusalText(failure) };
  const found: Record<string, string> = {};
  for (const [path, errors] of Object.entries(failure.fields)) {
    const first = errors[0];
    if (!first) continue;
    const field = fields.includes(path) ? path : fields.find((name) => path.startsWith(`${name}.`));
    found[field ?? ""] ??= fieldText(first);
  }
  return found;
}

/** The server's own words are English, so the codes that people meet are said in their language. */
function fieldText(error: FieldError): string {
  switch (error.code) {
    case "BASE_TYPE_REQUIRED":
      return t("refusal.required");
    case "BASE_TYPE_MAX_LENGTH":
      return t("refusal.tooLong");
    case "BASE_TYPE_BAD_LENGTH":
      return t("refusal.badLength");
    case "INVALID_LOGIN":
      return t("refusal.invalidLogin");
    case "PASSWORD_DOES_NOT_MATCH":
      return t("refusal.passwordWrong");
    case "PASSWORD_TOO_COMMON":
      return t("refusal.passwordCommon");
    case "USERNAME_ALREADY_TAKEN":
      return t("refusal.usernameTaken");
    case "USERNAME_INVALID":
      return t("refusal.usernameInvalid");
    case "EMAIL_ALREADY_REGISTERED":
      return t("refusal.emailTaken");
    case "EMAIL_TYPE_INVALID_EMAIL":
      return t("refusal.emailInvalid");
    case "INVALID_CHARACTERS":
      return t("refusal.characters");
    case "INVITE_REQUIRED":
      return t("refusal.inviteRequired");
    case "INVITE_INVALID":
      return t("refusal.inviteInvalid");
    case "ONBOARDING_ROLE_POWERFUL":
      return t("guild.rolePowerful");
    case "RULES_CHANGED":
      return t("guild.rulesChanged");
    case "SOUND_INVALID":
      return t("sounds.invalid");
    case "SOUND_TOO_LONG":
      return t("sounds.tooLong");
    case "BINARY_TYPE_MAX_SIZE":
      return t("sounds.tooLarge");
    default:
      return error.message;
  }
}

function codeText(code: number): string | undefined {
  if (code === 10006) return t("refusal.inviteInvalid");
  if (code === 40007) return t("refusal.banned");
  if (code === 50007) return t("refusal.unreachable");
  if (code === 50009) return t("guild.tooNew");
  if (code === 50020) return t("guild.codeTaken");
  if (code === 10057) return t("template.invalidTitle");
  if (code === 30031) return t("template.exists");
  if (code >= 10000 && code < 11000) return t("refusal.gone");
  if (code >= 30000 && code < 31000) return t("refusal.tooMany");
  if (code === 50001 || code === 50013) return t("refusal.forbidden");
  return undefined;
}

function statusText(status: number): string | undefined {
  if (status === 403) return t("refusal.forbidden");
  if (status === 404) return t("refusal.gone");
  if (status === 503) return t("refusal.busy");
  return status >= 500 ? t("refusal.unknown") : undefined;
}
