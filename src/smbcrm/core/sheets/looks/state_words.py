"""The words for the state that an order, a bill or a payment is in."""

from __future__ import annotations

import re

from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.text import fold

_CALLED_OFF = frozenset(
    map(fold, ("cancelled", "canceled", "refunded", "failed", "voided", "void", "declined", "expired", "trash", "abandoned", "rejected",
               "cancelled by guest", "canceled by guest", "cancelled by host", "canceled by host", "no show", "لغو شده", "لغو",
               "لغو شد", "کنسل", "کنسل شده", "ناموفق", "مرجوع شده", "مرجوعی", "برگشت خورده", "storniert", "abgebrochen", "annulé", "annulée", "remboursé",
               "remboursée", "cancelado", "cancelada", "reembolsado", "iptal", "iptal edildi", "iade edildi", "ملغي", "ملغى", "отменен", "отменена", "отменён", "отменено", "возврат", "возвращен",
               "已取消", "取消", "已关闭", "交易关闭", "已退款", "退款成功", "已作废", "キャンセル", "キャンセル済み", "取消済", "返金済み", "취소", "취소됨", "취소완료", "환불",
               "환불완료", "annullato", "annullata", "rimborsato", "anulowane", "anulowano", "geannuleerd", "zrušeno", "dibatalkan",
               "denied", "reversed", "chargeback", "charged back", "payment failed", "uncollectible", "blocked", "not paid cancelled", "refund", "fully refunded",
               "رد شده", "رد شد", "ابطال", "ابطال شده", "باطل", "باطل شده", "حذف شده", "fehlgeschlagen", "abgelehnt", "storno", "erstattet", "zurückgegeben",
               "refusé", "refusée", "échoué", "échouée", "rejeté", "rejetée", "anulado", "anulada", "rechazado", "rechazada", "devuelto", "devuelta", "fallido",
               "reddedildi", "başarısız", "iade", "отклонён", "отклонена", "отклонено", "не прошёл", "аннулирован", "مرفوض", "مرفوضة", "ملغاة", "مسترجع", "مسترد",
               "estornado", "recusado", "rifiutato", "odrzucone", "geweigerd", "支付失败", "已拒绝", "失敗", "已撤销"))
)  # fmt: skip
_STATES = frozenset(
    map(fold, ("completed", "complete", "done", "finished", "served", "showed", "arrived", "processing", "on hold", "pending", "pending payment", "paid", "partially paid", "partially refunded", "authorized",
               "unpaid", "fulfilled", "unfulfilled", "partially fulfilled", "shipped", "delivered", "open", "closed", "new", "confirmed", "draft", "ok", "success",
               "successful", "approved", "ready", "in progress", "past guest", "checked in", "checked out", "attended", "bekliyor", "در انتظار تایید", "تایید شد", "انجام شده", "انجام شد", "تکمیل شده", "تکمیل", "در حال انجام", "در حال پردازش", "در انتظار",
               "در انتظار پرداخت", "ارسال شده", "تحویل شده", "تحویل داده شده", "پرداخت شده", "پرداخت نشده", "موفق", "جدید", "تایید شده", "بسته", "باز",
               "abgeschlossen", "bezahlt", "offen", "versendet", "in bearbeitung", "terminée", "terminé", "payée", "en attente", "en cours", "completado",
               "pendiente", "pagado", "enviado", "tamamlandı", "hazırlanıyor", "beklemede", "kargoda", "teslim edildi", "مكتمل", "قيد التنفيذ", "выполнен", "доставлен", "оплачен", "новый", "в обработке", "отправлен",
               "交易成功", "已完成", "已发货", "待发货", "已付款", "待付款", "完了", "発送済み", "入金済み", "処理中", "완료", "배송중", "배송완료", "결제완료",
               "succeeded", "awaiting payment", "awaiting approval", "submitted", "accepted", "scheduled", "booked", "not started", "captured", "cleared", "settled", "active", "placed", "authorised", "in transit", "invoiced", "overdue", "sent", "partially returned",
               "تسویه", "تسویه شده", "نهایی", "قطعی", "معوق", "سررسید شده", "überfällig", "teilbezahlt", "unbezahlt", "versandt", "geliefert", "erledigt", "neu",
               "réglée", "réglé", "impayée", "impayé", "livrée", "livré", "expédiée", "expédié", "validée", "pagada", "cobrada", "cobrado", "emitida", "vencida",
               "entregado", "entregada", "impagada", "pendientes", "ödendi", "ödenmedi", "onaylandı", "оплачено", "не оплачен", "не оплачено", "частично оплачен", "завершён",
               "завершен", "مدفوع", "مدفوعة", "غير مدفوع", "غير مدفوعة", "تم التسليم", "مكتملة", "pago", "pagato", "pagata", "da pagare", "betaald", "opłacone"))
)  # fmt: skip


_OF_OTHERS_TOO = frozenset(
    ("failed", "void", "voided", "declined", "expired", "trash", "abandoned", "rejected", "no show", "blocked", "denied", "ناموفق")
)  # fmt: skip
"""What may be said of a licence, a delivery or a call as well as of an order."""

_TELLING = frozenset(state for state in _CALLED_OFF - _OF_OTHERS_TOO if " " not in state) | word_set(
    "cancel returned reversal widerrufen stornierung annulation annulata rückerstattet iptali مرجوع کنسلی لغوشده returned отмена"
)
"""Single words of which one is enough among others: "Cancelled by customer", "لغو شده توسط مشتری"."""
_NOT_YET_OR_IN_PART = word_set("""partially partly partial requested request pending awaiting waiting not no fee teilweise nicht beantragt angefragt partiellement partielle
    partiel demandée demandé pas parcial parcialmente solicitado solicitada pendiente kısmen kısmi talebi talep değil parzialmente частично
    جزئی جزیی بخشی درخواست نشده انتظار نیست""")
_MOST_WORDS = 6
_BRACKETS = re.compile(r"\(.*?\)")


def is_state(cell: str) -> bool:
    """Tell whether a cell says what became of an order.

    >>> is_state("wc-completed"), is_state("Anulada"), is_state("Tehran")
    (True, True, False)
    """
    return is_called_off(cell) or _state(cell) in _STATES


def is_called_off(cell: str) -> bool:
    """Tell whether a cell says that an order was cancelled, refused or paid back.

    >>> [is_called_off(text) for text in ("wc-cancelled", "Denied", "Cancelled by customer", "Paid", "Partially refunded", "Refund requested")]
    [True, True, True, False, False, False]
    """
    state = _state(cell)
    if state in _CALLED_OFF or state in _STATES:
        return state in _CALLED_OFF
    words = {word.strip(".,;:!") for word in _BRACKETS.sub(" ", state).split()}
    return len(words) <= _MOST_WORDS and bool(words & _TELLING) and not words & _NOT_YET_OR_IN_PART


def may_be_of_others(cell: str) -> bool:
    """Tell whether a word for a cancelled order may be said of something else, too."""
    return _state(cell) in _OF_OTHERS_TOO


def _state(cell: str) -> str:
    """Give a state as it is compared: `wc-cancelled`, as a web shop writes it, is cancelled."""
    return fold(cell).replace("_", " ").replace("-", " ").removeprefix("wc ")
