export const check = {
  title: "Verbindung prüfen",
  text: "Versucht jeden Weg, auf dem Anrufe dich erreichen können, mit einem Ton, den nur du zurückbekommst. Niemand hört ihn.",
  failedText:
    "Das Gespräch erreicht dich nicht. Jetzt wird jeder Weg mit einem Ton versucht, den nur du zurückbekommst, um den Grund zu finden.",
  start: "Jetzt prüfen",
  again: "Noch einmal prüfen",
  running: "Prüfe …",
  udp: "Direkt (UDP)",
  tcp: "Direkt (TCP)",
  relay: "Über das Relais (TURN)",
  untried: "Noch nicht versucht",
  works: "Geht, {rtt} ms hin und zurück",
  oneWay: "Verbunden, aber es kommt kein Ton zurück",
  fails: "Kein Durchkommen",
  none: "Dieser Server hat keines",
  result: "Ergebnis",
  seen: "Der Server sieht dich unter {address}. Er schickt Browser zu {told}.",
  wellTitle: "Anrufe erreichen dich auf dem besten Weg",
  well: "Wenn trotzdem etwas nicht geht, sieh in den Spracheinstellungen nach Mikrofon und Lautsprecher.",
  slowTitle: "Anrufe erreichen dich nur über TCP",
  slow: "Sie gehen, stocken aber, wenn die Leitung voll ist. Etwas zwischen dir und dem Server lässt kein UDP zu Port {port} durch. Bei dir: Erlaube UDP zu Port {port} in deiner Firewall oder versuch ein anderes Netz. Wenn es allen so geht, öffnet die Verwaltung des Servers UDP-Port {port}.",
  relayedTitle: "Anrufe erreichen dich nur über das Relais",
  relayed:
    "Sie gehen mit etwas Verzögerung. Dein Netz lässt weder UDP noch TCP zu Port {port} durch; erlaube ihn in deiner Firewall, oder bleib beim Relais.",
  onewayTitle: "Es kommt kein Ton zurück",
  oneway:
    "Die Verbindung steht, aber Pakete gehen unterwegs verloren, etwa durch ein VPN mit zu kleinen Paketen. Schalte das VPN zum Versuch aus oder setze seine MTU auf 1280.",
  privateTitle: "Der Server nennt eine private Adresse",
  private:
    "Er schickt Anrufe zu {told}; die gibt es nur in seinem eigenen Netz, und du kommst von außen. Die Verwaltung setzt media_addresses auf die öffentliche Adresse des Servers und leitet Port {port} (UDP und TCP) an ihn weiter.",
  hairpinTitle: "Der Router führt nicht nach innen zurück",
  hairpin:
    "Du bist im eigenen Netz des Servers, und seine öffentliche Adresse {told} antwortet von innen nicht. Die Verwaltung schaltet im Router NAT-Loopback (Hairpin) ein oder nimmt die eigene Adresse des Servers in media_addresses auf.",
  unreachableTitle: "Der Medien-Port ist nicht zu erreichen",
  unreachable:
    "Unter {told}, Port {port}, antwortet nichts. Die Verwaltung prüft die Adresse in media_addresses, leitet den Port (UDP und TCP) im Router weiter und öffnet ihn in der Firewall; parley doctor auf dem Server sagt, was fehlt. Wenn andere sprechen können, sperrt dein Netz ihn: versuch ein anderes.",
  noRelayTitle: "Es gibt kein Relais",
  noRelay:
    "Für Netze, die nur Webseiten durchlassen, kann die Verwaltung einen TURN-Server hinzufügen: turn_urls und turn_secret.",
  relayFailsTitle: "Das Relais geht nicht",
  relayFails:
    "Du brauchst es nicht, andere vielleicht schon. Die Verwaltung prüft es mit parley doctor auf dem Server.",
  deadTitle: "Eine Adresse antwortet nicht",
  dead: "{told} wird Browsern genannt, antwortet dir aber nicht. Vielleicht ist sie für andere gedacht; wenn nicht, nimmt die Verwaltung sie aus media_addresses.",
  insecureTitle: "Diese Seite hat kein TLS",
  insecure:
    "Browser geben {told} kein Mikrofon, keine Kamera und keinen Bildschirm. Die Verwaltung setzt tls_certificate und tls_key oder stellt einen Proxy mit TLS davor, und man öffnet die Adresse, die mit https beginnt.",
  downTitle: "Der Server bietet gerade keine Anrufe",
  down: "Er konnte seinen Medien-Port nicht bekommen, oder zu viele prüfen zugleich. Die Verwaltung findet den Grund im Protokoll oder mit parley doctor.",
  blockedTitle: "Dieser Browser baut keine Verbindungen auf",
  blocked: "WebRTC ist ausgeschaltet, durch eine Einstellung oder Erweiterung. Erlaube es für diese Seite.",
};
