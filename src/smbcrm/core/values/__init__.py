"""What single cells mean: phones, dates, the Jalali calendar, working days."""
